edition-topics-menu = De qué temas trata
edition-topics-all = Trata de los { $count } temas de este servidor; elige abajo si quieres menos.
edition-topics-picked = { $edition } trata de: { $topics }
