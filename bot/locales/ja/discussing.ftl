story-discuss = 話し合う
discuss-here = この話題は { $thread } で話し合われています。続報もそこに届きます。
discuss-opens = まもなくこのチャンネルにこの話題のスレッドが開きます。続報もそこに届きます。
discuss-in-servers = スレッドはサーバーのチャンネルにだけあります。
discuss-not-allowed = ここではスレッドを開けません(権限「公開スレッドの作成」)。モデレーターに頼んでください。
