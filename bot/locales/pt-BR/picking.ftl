edition-topics-menu = De quais tópicos trata
edition-topics-all = Trata de todos os { $count } tópicos deste servidor; escolha abaixo se quiser menos.
edition-topics-picked = { $edition } trata de: { $topics }
