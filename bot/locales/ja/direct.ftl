# ダイレクトメッセージのダイジェスト、名前でのメンション、報告。
direct-from = { $server } より。やめるにはそこで /unsubscribe を使ってください。
direct-subscribed = { $topic } を毎日 { $at }({ $zone })にダイレクトメッセージで届けます。次は { $coming } です。新しいことがない日は届きません。時刻、タイムゾーン、言語は /preferences で変えられます。
direct-subscribed-already = { $topic } はすでに毎日 { $at }({ $zone })にダイレクトメッセージで届いています。次は { $coming } です。時刻、タイムゾーン、言語は /preferences で変えられます。
direct-closed = ダイレクトメッセージのダイジェストは止まっています。Discord があなたへの送信を認めませんでした。このサーバーのプライバシー設定でダイレクトメッセージを許可してから、もう一度 /subscribe を使うか、/preferences で何かを変えてください。
direct-no-server = ダイレクトメッセージのダイジェストは止まっています。私がそのサーバーにいなくなっていました。そこでもう一度 /subscribe を使うか、/preferences で何かを変えてください。
direct-resumed = 送信できなかったため止まっていましたが、再開します。このサーバーのプライバシー設定でダイレクトメッセージを許可してください。
subscribed-by-name = { $topic } を購読しました。ロールを渡せないため、メンションつきのダイジェストではあなたの名前を挙げます。
subscribed-by-name-already = { $topic } はすでに購読しています。メンションつきのダイジェストではあなたの名前を挙げます。
mention-list-full = { $topic } で名前を挙げるメンバーは上限の { $limit } 人に達しています。deliver:dm を選ぶか、ロールを渡せるようモデレーターに頼んでください(「ロールの管理」と、より上の私のロール)。
preferences-quiet-roles = この時間帯はダイレクトメッセージが音なしで届き、名前でのメンションは届きません。ロールはサーバーの静かな時間に従います。
member-left = このダイジェストのサーバーにはもういないため、そこでの購読は終わりました。ダイジェストは引き続き読めます。
server-closed = 私はこのダイジェストのサーバーにもういないため、そこに保存したり伝えたりできません。
topic-role-stays = ロール { $role } には手が届かないため残ります。モデレーターが削除できます。
report-known = それはすでに伺っており、モデレーターに伝わっています。
report-offer = もう見たくない場合:
notice-reports = { $count } 人のメンバー({ $members })から { $story } について: { $what }。
demo-direct = { $name } が自分専用のダイジェストをダイレクトメッセージで頼みます
