/// Lines for the help of each act, as somebody in the secretariat would write them.
enum ActExamples {
  private static let table: [String: [String]] = [
    "member admit": [
      "admin member admit PT --class member --effective 2016-11-24",
      "admin member admit CH --class observer --note 'on the list of the founding' --dry-run",
    ],
    "member edit": [
      "admin member edit CH --class member", "admin member edit CH --class member --dry-run --json",
    ],
    "member end": [
      "admin member end CH --reason 'at its own request'", "admin member end CH --dry-run",
    ],
    "application file": [
      "admin application file CH --class member --text 'letter of 3 May'",
      "admin application file IS --class observer --effective 2026-05-03 --dry-run",
    ],
    "application opinion": [
      "admin application opinion AP-1 --body board --opinion favourable",
      "admin application opinion AP-1 --body board --opinion unfavourable --by D-3 --dry-run",
    ],
    "application decide": [
      "admin application decide AP-1 --by D-4", "admin application decide AP-1 --by D-4 --dry-run",
    ],
    "application withdraw": [
      "admin application withdraw AP-1 --reason 'will apply next year'",
      "admin application withdraw AP-1 --dry-run",
    ],
    "person add": [
      "admin person add 'Ana Sousa' --email ana@example.org --languages pt --languages en",
      "admin person add 'Rui Melo' --specialities 'electronic evidence' --dry-run",
    ],
    "person edit": [
      "admin person edit H-1 --phone '+351 210 000 000'",
      "admin person edit H-1 --languages pt --languages fr --dry-run",
    ],
    "person erase": [
      "admin person erase H-1 --basis 'GDPR art. 17(1)(a)'",
      "admin person erase H-1 --basis 'GDPR art. 17(1)(b)' --reason 'letter 12/2026' --dry-run",
    ],
    "person export": [
      "admin person export H-1 --reason 'GDPR art. 15, letter 14/2026' --out H-1.md",
      "admin person export H-1 --dry-run",
    ],
    "approval confirm": [
      "admin approval confirm A-1 --as president", "admin approval confirm A-1 --dry-run",
    ],
    "approval withdraw": [
      "admin approval withdraw A-1 --reason 'asked by mistake'",
      "admin approval withdraw A-1 --dry-run",
    ],
    "proxy give": [
      "admin proxy give ES --holder PT --body plenary --meeting plenary-19 --presence",
      "admin proxy give ES --holder PT --body plenary --until 2027-12-31 --dry-run",
    ],
    "proxy revoke": [
      "admin proxy revoke X-1 --time 11:30 --reason 'the delegation came'",
      "admin proxy revoke X-1 --dry-run",
    ],
    "seat appoint": [
      "admin seat appoint PT --kind contact_point --person H-1",
      "admin seat appoint PT --kind contact_point --person H-1 --act 'letter of 2 March' --dry-run",
    ],
    "seat replace": [
      "admin seat replace PT.contact_point.1 --person H-2",
      "admin seat replace PT.contact_point.1 --person H-2 --dry-run",
    ],
    "seat confirm": [
      "admin seat confirm PT.contact_point.1", "admin seat confirm PT.contact_point.1 --dry-run",
    ],
    "seat end": [
      "admin seat end PT.contact_point.1 --reason retired",
      "admin seat end PT.contact_point.1 --reason retired --dry-run",
    ],
    "census open": [
      "admin census open --until 2026-12-31",
      "admin census open --until 2026-12-31 --kind contact_point --dry-run",
    ],
    "census close": ["admin census close census-1", "admin census close census-1 --dry-run"],
    "seat excuse": [
      "admin seat excuse PT.contact_point.1 --until 2026-12-14",
      "admin seat excuse PT.contact_point.1 --person H-2 --dry-run",
    ],
    "seat attend": [
      "admin seat attend PT.contact_point.1",
      "admin seat attend PT.contact_point.1 --person H-2 --dry-run",
    ],
    "alternate appoint": [
      "admin alternate appoint PT.contact_point.1 --person H-2",
      "admin alternate appoint PT.contact_point.1 --person H-2 --rank 1 --until 2028-01-01 --dry-run",
    ],
    "alternate end": [
      "admin alternate end PT.contact_point.1 --person H-2 --reason moved",
      "admin alternate end PT.contact_point.1 --person H-2 --reason moved --dry-run",
    ],
    "board compose": [
      "admin board compose board --members PL,DK,CY --effective 2025-01-01 --until 2026-07-01",
      "admin board compose board --members PL,DK --dry-run",
    ],
    "board swap": [
      "admin board swap board --members SK,MT --act 'letter of the two of 3 May'",
      "admin board swap board --members SK,MT --effective 2027-01-01 --dry-run",
    ],
    "board rotate": [
      "admin board rotate board", "admin board rotate board --effective 2025-01-01 --dry-run",
    ],
    "board elect": [
      "admin board elect board --election E-1",
      "admin board elect board --members PT,ES,NL --by D-1",
      "admin board elect board --members PT,ES,NL --by D-1 --dry-run",
    ],
    "board coordinate": [
      "admin board coordinate board --member PT --holder 'Cybercrime Office'",
      "admin board coordinate board --member PT --dry-run",
    ],
    "meeting plan": [
      "admin meeting plan plenary --from 2026-12-14 --place 'The Hague' --format hybrid",
      "admin meeting plan plenary --from 2026-12-14 --starts 09:00 --zone Europe/Amsterdam --dry-run",
    ],
    "meeting convene": [
      "admin meeting convene plenary-19 --agenda 'Opening' --agenda 'Work programme'",
      "admin meeting convene plenary-19 --dry-run",
    ],
    "meeting move": [
      "admin meeting move plenary-19 --from 2027-02-01 --until 2027-02-02 --reason 'the host asked for it'",
      "admin meeting move plenary-19 --place Ghent --reason 'the host changed' --dry-run",
    ],
    "meeting cancel": [
      "admin meeting cancel plenary-19 --reason 'the host cannot receive it'",
      "admin meeting cancel plenary-19 --reason weather --dry-run",
    ],
    "meeting open": [
      "admin meeting open plenary-19 --present PT,ES,NL --chair NL --time 09:30",
      "admin meeting open plenary-19 --present PT,ES,NL --dry-run",
    ],
    "meeting close": [
      "admin meeting close plenary-19 --time 17:00", "admin meeting close plenary-19 --dry-run",
    ],
    "attendance arrive": [
      "admin attendance arrive plenary-19 --member FR --time 10:15",
      "admin attendance arrive plenary-19 --member FR --dry-run",
    ],
    "attendance leave": [
      "admin attendance leave plenary-19 --member FR,ES --time 16:00",
      "admin attendance leave plenary-19 --member FR --dry-run",
    ],
    "report publish": [
      "admin report publish outcome_report --meeting plenary-19",
      "admin report publish outcome_report --meeting plenary-19 --identifier 2026/2 --dry-run",
    ],
    "agenda add": [
      "admin agenda add budget --meeting plenary-19 --title Budget --minutes 20 --owner PT",
      "admin agenda add travel --meeting plenary-19 --title Travel --parent budget --dry-run",
    ],
    "agenda mark": [
      "admin agenda mark guide --meeting plenary-19 --session closed --reason 'it names a case'",
      "admin agenda mark guide --meeting plenary-19 --session open --reason lifted --dry-run",
    ],
    "agenda move": [
      "admin agenda move travel --meeting plenary-19 --before budget",
      "admin agenda move travel --meeting plenary-19 --parent budget --dry-run",
    ],
    "agenda withdraw": [
      "admin agenda withdraw budget --meeting plenary-19 --reason 'the paper is not ready'",
      "admin agenda withdraw budget --meeting plenary-19 --reason late --dry-run",
    ],
    "agenda freeze": [
      "admin agenda freeze plenary-19", "admin agenda freeze plenary-19 --dry-run",
    ],
    "minutes draft": [
      "admin minutes draft plenary-19", "admin minutes draft plenary-19 --dry-run",
    ],
    "minutes write": [
      "admin minutes write plenary-19 --after opened --text 'The host welcomed the delegations.'",
      "admin minutes write plenary-19 --paragraph P-1 --text 'The host spoke.' --dry-run",
    ],
    "minutes circulate": [
      "admin minutes circulate plenary-19", "admin minutes circulate plenary-19 --dry-run",
    ],
    "minutes comment": [
      "admin minutes comment plenary-19 --member PT --text 'The vote was on the amendment' --objects",
      "admin minutes comment plenary-19 --place opened --text 'It was ten past nine' --dry-run",
    ],
    "minutes approve": [
      "admin minutes approve plenary-19", "admin minutes approve plenary-19 --by D-4 --dry-run",
    ],
    "minutes correct": [
      "admin minutes correct plenary-19 --place opened --text 'It began at 9.10.' --reason 'the log of the hall'",
      "admin minutes correct plenary-19 --place P-1 --text 'Struck.' --reason 'said elsewhere' --dry-run",
    ],
    "deliberation record": [
      "admin deliberation record plenary-19 --title 'Guide on retention' --consensus",
      "admin deliberation record plenary-19 --title 'Guide' --for 18 --against 1 --abstain 2",
    ],
    "deliberation defer": [
      "admin deliberation defer plenary-19 --title Guide --reason 'texts came late'",
      "admin deliberation defer plenary-19 --title Guide --reason late --dry-run",
    ],
    "deliberation annul": [
      "admin deliberation annul D-3 --reason 'two delegations were not called'",
      "admin deliberation annul D-3 --reason 'wrong text on screen' --by D-5 --dry-run",
    ],
    "deliberation amend": [
      "admin deliberation amend D-3 --by D-7 --text 'We share templates twice a year.'",
      "admin deliberation amend D-3 --by D-7 --dry-run",
    ],
    "deliberation repeal": [
      "admin deliberation repeal D-3 --by D-7",
      "admin deliberation repeal D-3 --by D-7 --dry-run",
    ],
    "referral add": [
      "admin referral add guide --title 'Guide on seizure' --from crypto --to board",
      "admin referral add guide --title Guide --from board --to plenary --asks opinion --dry-run",
    ],
    "referral forward": [
      "admin referral forward guide --to plenary --text 'The board agrees.'",
      "admin referral forward guide --by D-5 --dry-run",
    ],
    "referral return": [
      "admin referral return guide --reason 'A chapter on costs is missing'",
      "admin referral return guide --reason Incomplete --meeting plenary-19 --dry-run",
    ],
    "referral answer": [
      "admin referral answer guide --text 'Noted with thanks' --meeting plenary-19",
      "admin referral answer guide --by D-7 --dry-run",
    ],
    "referral withdraw": [
      "admin referral withdraw guide --reason 'A new law made it moot'",
      "admin referral withdraw guide --reason Moot --dry-run",
    ],
    "invitation register": [
      "admin invitation register plenary-19 --member PT --person H-1",
      "admin invitation register plenary-19 --member CH --dry-run",
    ],
    "invitation cancel": [
      "admin invitation cancel plenary-19 --number 3 --reason 'cannot travel'",
      "admin invitation cancel plenary-19 --number 3 --dry-run",
    ],
    "motion put": [
      "admin motion put 'Guide on retention' --body plenary --text 'The guide is adopted.'",
      "admin motion put Guide --body plenary --text 'We agree.' --member PT --dry-run",
    ],
    "motion support": [
      "admin motion support M-1 --member ES", "admin motion support M-1 --member ES --dry-run",
    ],
    "motion move": [
      "admin motion move M-1 --to debated",
      "admin motion move M-1 --to debated --reason 'the board took it up' --dry-run",
    ],
    "motion amend": [
      "admin motion amend M-1 --paragraph 2 --text 'We agree to share templates.' --member ES",
      "admin motion amend M-1 --paragraph 3 --strike --dry-run",
    ],
    "motion withdraw": [
      "admin motion withdraw M-1 --reason 'settled otherwise'",
      "admin motion withdraw M-1 --dry-run",
    ],
    "programme draft": [
      "admin programme draft 'Work programme 2027-2028' --from 2027-01-01",
      "admin programme draft 'Work programme' --from 2027-01-01 --topics encryption --dry-run",
    ],
    "programme adopt": [
      "admin programme adopt programme-2 --by D-2",
      "admin programme adopt programme-2 --by D-2 --dry-run",
    ],
    "programme withdraw": [
      "admin programme withdraw programme-2 --reason 'drafted twice'",
      "admin programme withdraw programme-2 --reason 'drafted twice' --dry-run",
    ],
    "programme amend": [
      "admin programme amend programme-2 --by D-5 --add 'Guide on cloud evidence' --without programme-2.1",
      "admin programme amend programme-2 --by D-5 --due programme-2.1=2027-09-30 --dry-run",
    ],
    "objective add": [
      "admin objective add programme-2 --title 'Evidence across borders'",
      "admin objective add programme-2 --title Training --dry-run",
    ],
    "deliverable add": [
      "admin deliverable add programme-2.1 --title 'Guide on retention' --due 2027-06-30",
      "admin deliverable add programme-2.1 --title Checklist --dry-run",
    ],
    "deliverable publish": [
      "admin deliverable publish programme-2.1.1 --identifier 2027/3",
      "admin deliverable publish programme-2.1.1 --dry-run",
    ],
    "action assign": [
      "admin action assign 'Send the questionnaire' --owner PT --due 2027-03-01 --meeting plenary-19",
      "admin action assign 'Ask Eurojust' --owner secretariat --due 2027-03-01 --by D-4 --dry-run",
    ],
    "action report": [
      "admin action report action-1 --text 'sent to all members'",
      "admin action report action-1 --text 'no answer yet' --dry-run",
    ],
    "action extend": [
      "admin action extend action-1 --until 2027-05-01 --reason 'answers are missing'",
      "admin action extend action-1 --until 2027-05-01 --reason late --dry-run",
    ],
    "action close": [
      "admin action close action-1 --outcome done --result 'all members answered'",
      "admin action close action-1 --outcome dropped --result 'no longer needed' --dry-run",
    ],
    "programme add": [
      "admin programme add programme-2 --title 'Guide on retention' --owner PT --due 2027-06-30",
      "admin programme add programme-2 --title Guide --dry-run",
    ],
    "programme report": [
      "admin programme report programme-2.1 --text 'first draft sent round'",
      "admin programme report programme-2.1 --text 'no progress' --dry-run",
    ],
    "programme close": [
      "admin programme close programme-2.1 --outcome done",
      "admin programme close programme-2.1 --outcome dropped --dry-run",
    ],
    "subgroup add": [
      "admin subgroup add retention --title 'Data retention' --mandate 'Draft a guide' --by D-3",
      "admin subgroup add crypto --title 'Crypto assets' --mandate Study --by D-3 --dry-run",
    ],
    "subgroup amend": [
      "admin subgroup amend crypto --by D-9 --until 2029-03-31",
      "admin subgroup amend crypto --by D-9 --rules quorum.members=3 --inherit notice --dry-run",
    ],
    "subgroup join": [
      "admin subgroup join crypto --member PT", "admin subgroup join crypto --member ES --dry-run",
    ],
    "subgroup leave": [
      "admin subgroup leave crypto --member PT --reason 'no expert at present'",
      "admin subgroup leave crypto --member PT --dry-run",
    ],
    "subgroup coordinate": [
      "admin subgroup coordinate retention --member PT",
      "admin subgroup coordinate retention --member PT --dry-run",
    ],
    "subgroup report": [
      "admin subgroup report retention --text 'two meetings held'",
      "admin subgroup report retention --text 'no progress' --dry-run",
    ],
    "subgroup end": [
      "admin subgroup end retention --reason 'mandate fulfilled'",
      "admin subgroup end retention --dry-run",
    ],
    "key end": [
      "admin key end 64681f6c --reason 'the office moved'", "admin key end 64681f6c --dry-run",
    ],
    "parameter set": [
      "admin parameter set notice P21D --adopted-by D-3",
      "admin parameter set notice P21D --dry-run",
    ],
    "guard waive": [
      "admin guard waive guideline.no-case-in-clear --adopted-by D-3 --reason 'they agreed'",
      "admin guard waive meeting.host --reason strike --until 2026-12-31 --repeats --dry-run",
    ],
    "role assign": [
      "admin role assign clerk --person H-1 --by D-3",
      "admin role assign authority --person H-1 --member PT --until 2028-12-31 --dry-run",
    ],
    "role end": [
      "admin role end clerk --person H-1 --reason 'moved on'",
      "admin role end clerk --person H-1 --dry-run",
    ],
    "event register": [
      "admin event register ejcn.guideline.published --set number=S/2026 --set handling=clear",
      "admin event register ejcn.guideline.published --set number=S/2026 --dry-run",
    ],
    "event correct": [
      "admin event correct 12 --set from=2016-11-25 --reason 'typing error'",
      "admin event correct 12 --strike --reason 'never happened' --dry-run",
    ],
  ]

  static func lines(for act: String) -> [String] {
    table[act] ?? rooms[act] ?? elections[act] ?? procedures[act] ?? []
  }
}
