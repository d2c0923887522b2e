extension ActExamples {
  /// Lines for the help of the acts on elections and choices.
  static let elections: [String: [String]] = [
    "deliberation choose": [
      "admin deliberation choose plenary-18 --title 'Next host' --options lisbon=9,porto=5 --abstain 1",
      "admin deliberation choose plenary-18 --title Host --choices PT=lisbon/porto,ES=porto --dry-run",
    ],
    "election open": [
      "admin election open board --seats 3",
      "admin election open board --seats 2 --stays PT --until 2026-12-01 --dry-run",
    ],
    "election nominate": [
      "admin election nominate E-1 --member FR --proposer ES",
      "admin election nominate E-1 --member PT --proposer PT --dry-run",
    ],
    "election accept": [
      "admin election accept E-1 --member FR", "admin election accept E-1 --member FR --dry-run",
    ],
    "election withdraw": [
      "admin election withdraw E-1 --member FR --reason 'another office'",
      "admin election withdraw E-1 --member FR --dry-run",
    ],
    "election vote": [
      "admin election vote E-1 --meeting plenary-18 --votes FR=12,ES=9,PT=7 --ballots 16 --abstain 1",
      "admin election vote E-1 --meeting plenary-18 --names PT=FR+ES,ES=FR,MT=abstain --dry-run",
    ],
    "election annul": [
      "admin election annul E-1 --reason 'a ballot of a guest was counted'",
      "admin election annul E-1 --reason 'wrong list of candidates' --by D-9 --dry-run",
    ],
    "election close": [
      "admin election close E-1", "admin election close E-1 --dry-run",
    ],
  ]
}
