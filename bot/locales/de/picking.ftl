edition-topics-menu = Wovon sie erzählt
edition-topics-all = Sie erzählt von allen { $count } Themen dieses Servers; wähle unten aus, wenn es weniger sein sollen.
edition-topics-picked = { $edition } erzählt von: { $topics }
