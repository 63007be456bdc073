told-withdrawn = **取り下げ:** { $title }
told-corrected = **訂正:** { $title }
told-show = 話題を表示
digest-status-corrected = モデレーターが訂正
digest-correction = モデレーターによる訂正: { $text }
edition-corrected = ダイジェスト { $digests } 件で、この話題を訂正済みと表示しました。投稿はまもなく編集され、読者にも知らせます。
