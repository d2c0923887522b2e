extension ActExamples {
  /// Those of the acts on who attends a meeting, on who speaks there, and on versions of its minutes.
  static let rooms: [String: [String]] = [
    "attendance move": [
      "admin attendance move plenary-19 --member FR --to remote --time 11:15",
      "admin attendance move plenary-19 --member FR --to room --dry-run",
    ],
    "attendance excuse": [
      "admin attendance excuse plenary-19 --member FI --reason other-meeting",
      "admin attendance excuse plenary-19 --member FI --dry-run",
    ],
    "guest arrive": [
      "admin guest arrive plenary-19 --state US --count 2 --time 10:00",
      "admin guest arrive plenary-19 --organisation 'Council of Europe' --remote --dry-run",
    ],
    "guest leave": [
      "admin guest leave plenary-19 --number 1 --time 12:00",
      "admin guest leave plenary-19 --number 1 --dry-run",
    ],
    "floor request": [
      "admin floor request plenary-19 --member FR --item budget --time 10:05",
      "admin floor request plenary-19 --member ES --point-of-order --dry-run",
    ],
    "floor give": [
      "admin floor give plenary-19 --time 10:07",
      "admin floor give plenary-19 --number 3 --dry-run",
    ],
    "floor end": [
      "admin floor end plenary-19 --time 10:11", "admin floor end plenary-19 --minutes 4 --dry-run",
    ],
    "floor withdraw": [
      "admin floor withdraw plenary-19 --number 3",
      "admin floor withdraw plenary-19 --number 3 --dry-run",
    ],
    "floor limit": [
      "admin floor limit plenary-19 --item budget --minutes 3 --times 2",
      "admin floor limit plenary-19 --times 1 --dry-run",
    ],
    "floor close": [
      "admin floor close plenary-19 --item budget --time 10:30",
      "admin floor close plenary-19 --dry-run",
    ],
    "minutes restore": [
      "admin minutes restore plenary-19 --version 1",
      "admin minutes restore plenary-19 --version 2 --dry-run",
    ],
  ]
}
