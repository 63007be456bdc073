# Les mots autour de `tidings demo`.
demo-begins = Mardi 12:00 · une modératrice prépare tout : { $feeds ->
    [one] { $feeds } flux inventé
   *[other] { $feeds } flux inventés
} sur cette machine, sans réseau
demo-slot = { $day } · l'édition { $number } arrive dans { $channel }
demo-opens = { $name } ouvre le premier sujet de la première édition
demo-ends = La démonstration est finie. Ensuite : tidings init, puis tidings run
demo-stays = Reste jusqu'à Ctrl-C · doublure de Discord { $api } et { $gateway } · flux { $wire }
demo-port-taken = Le port { $port } est inutilisable ({ $reason }) ; choisis-en un autre avec --port, ou ne le donne pas.
