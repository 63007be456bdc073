story-discuss = Besprechen
discuss-here = Über diese Geschichte wird in { $thread } gesprochen; dorthin kommt auch, was neu ist.
discuss-opens = Gleich öffnet sich in diesem Kanal ein Thread zu dieser Geschichte; dorthin kommt auch, was neu ist.
discuss-in-servers = Threads gibt es nur in Kanälen eines Servers.
discuss-not-allowed = Du darfst hier keine Threads öffnen (Recht „Öffentliche Threads erstellen“); bitte die Moderation darum.
