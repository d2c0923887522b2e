extension ActExamples {
  /// Lines for the help of the acts on procedures.
  static let procedures: [String: [String]] = [
    "procedure open": [
      "admin procedure open silence --title 'Guide on retention' --text 'The guide is adopted.'",
      "admin procedure open written --title Guide --matter programme --dry-run",
    ],
    "procedure notify": [
      "admin procedure notify P-1 --members PT,ES --way e-mail --time 09:30",
      "admin procedure notify P-1 --dry-run",
    ],
    "procedure consent": [
      "admin procedure consent P-1 --meeting plenary-19",
      "admin procedure consent P-1 --agreed PT,ES,FR --against NL --dry-run",
    ],
    "procedure answer": [
      "admin procedure answer P-1 --names PT=for,ES=against --time 16:45",
      "admin procedure answer P-1 --names FR=abstain --voters FR=H-2 --dry-run",
    ],
    "procedure object": [
      "admin procedure object P-1 --member FR --text 'Point 2 conflicts with national law'",
      "admin procedure object P-1 --member FR --means meeting_request --dry-run",
    ],
    "procedure retract": [
      "admin procedure retract P-1 --member FR --reason 'point 2 is clear now'",
      "admin procedure retract P-1 --member FR --time 16:30 --dry-run",
    ],
    "procedure extend": [
      "admin procedure extend P-1 --until 2026-12-11 --reason 'translations came late'",
      "admin procedure extend P-1 --until 2026-12-11 --until-time 17:00 --reason late --dry-run",
    ],
    "procedure withdraw": [
      "admin procedure withdraw P-1 --reason 'the text is revised'",
      "admin procedure withdraw P-1 --reason revised --dry-run",
    ],
    "procedure close": ["admin procedure close P-1", "admin procedure close P-1 --dry-run"],
    "procedure publish": [
      "admin procedure publish P-1 --meeting plenary-20 --identifier 2026/4",
      "admin procedure publish P-1 --dry-run",
    ],
  ]
}
