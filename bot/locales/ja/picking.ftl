edition-topics-menu = 扱うトピック
edition-topics-all = このサーバーのトピック { $count } 件すべてを扱います。減らすには下で選んでください。
edition-topics-picked = { $edition } が扱うトピック: { $topics }
