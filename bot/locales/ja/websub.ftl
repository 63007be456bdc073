# ハブ（WebSub）についての文。
feed-pushed = { $line }。新着はハブがすぐに知らせます
check-pushes = プッシュ通知（WebSub）: ハブからの通知を { $address } で受け取ります
check-pushes-open = プッシュ通知（WebSub）: ハブからの通知を { $address } で受け取りますが、暗号化されていません。web.public_url には https のアドレスをお勧めします
check-pushes-none = プッシュ通知（WebSub）: 公開アドレス（web.enabled、web.public_url）がないため、ありません。フィードは定期的に読みます
