# メンバーが自分のために残すもの: ストーリーのボタン、/saved、/preferences、/privacy。
story-follow = フォロー
story-unfollow = フォロー解除
story-mute = ミュート
story-unmute = ミュート解除
story-more = その他
story-more-heading = このストーリーについて、ほかにできること:
story-save = 保存
story-timeline = 時系列
story-report = 報告
story-mute-outlet = { $outlet } をミュート
story-followed = 「{ $title }」をフォローしました。新しい動きがある間、/latest の先頭に出ます。
story-unfollowed = 「{ $title }」のフォローをやめました。
story-muted = 「{ $title }」はあなたには表示されなくなります。チャンネルへの投稿は変わりません。
story-unmuted = 「{ $title }」をまた表示します。
story-saved = 「{ $title }」を保存しました。/saved で見られます。
story-unsaved = 「{ $title }」の保存を取り消しました。
outlet-muted = { $outlet } はあなたには表示されなくなります。もう一度押すと元に戻ります。
outlet-unmuted = { $outlet } をまた表示します。
timeline-heading = **{ $title }** の報道の流れ:
report-heading = このストーリーのどこがおかしいですか?サーバーのモデレーターに、あなたの名前とともに伝わります。
report-menu = おかしいところ
report-fact = 事実が間違っている
report-duplicate = 前にも伝えられた
report-story = 別のストーリーが混ざっている
report-taste = 自分には合わない、またはここの話ではない
report-taken = ありがとうございます。モデレーターに伝えます。
report-kept = ありがとうございます。お知らせ用のチャンネルがまだ決まっていないため、決まり次第モデレーターに届きます。
notice-report = { $member } から { $story } について: { $what }。
saved-heading = **保存したもの**
saved-followed = **フォロー中**
saved-muted = **ミュート中**
saved-nothing = まだ何も保存・フォロー・ミュートしていません。ダイジェストのメニューからストーリーを開くと、ボタンでできます。
saved-remove = 取り除く…
saved-removed = { $count } 件を取り除きました。
latest-followed = フォロー中のストーリー
preferences-timezone = タイムゾーン: { $timezone }
preferences-dm-at = ダイレクトメッセージの時刻: { $at }
preferences-language = あなた向けのものの言語: { $language }
preferences-quiet = { $start } から { $end } までは静かに
preferences-no-quiet = 静かな時間帯なし
privacy-export = { $rows ->
    [0] あなたについて保存されているものはありません。
   *[other] あなたについて { $rows } 行が保存されています。すべてファイルに入っています。
}
privacy-deleted = { $rows ->
    [0] あなたについて保存されているものはありませんでした。
   *[other] あなたについての { $rows } 行を削除しました。
}
privacy-roles = 次のロールには手が届きません。自分で外すか、モデレーターに頼んでください: { $roles }

log-nothing = ここではまだ誰も何も変更していません。
log-heading = **最近ここで誰が何を変えたか**
