# Слова про хаби (WebSub).
feed-pushed = { $line }; його хаб одразу повідомляє про нове
check-pushes = Сповіщення (WebSub): хаби звертаються до цього бота за адресою { $address }
check-pushes-open = Сповіщення (WebSub): хаби звертаються до цього бота за адресою { $address }, без шифрування; краще вказати https-адресу в web.public_url
check-pushes-none = Сповіщення (WebSub): немає без публічної адреси (web.enabled, web.public_url); стрічки опитуються
