/// Lines for the help of each `NOUN show`.
enum ViewExamples {
  private static let ids = [
    "action": "programme-1.1", "agenda": "budget", "alternate": "PT.contact_point.1",
    "amendment": "M-1.2", "application": "AP-1", "approval": "A-1", "attendance": "plenary-18",
    "board": "board", "candidate": "E-1.FR", "census": "census-1", "coverage": "PT",
    "deliberation": "D-1",
    "deliverable": "programme-1.1.1", "directory": "PT", "election": "E-1", "guest": "plenary-18",
    "guard": "guideline.no-case-in-clear",
    "invitation": "plenary-18",
    "key": "64681f6c", "meeting": "plenary-18", "member": "PT", "minutes": "plenary-18",
    "motion": "M-1", "network": "ejcn", "objective": "programme-1.O1",
    "obligation": "series.plenary:plenary", "outbox": "3f0c2a9b7d5e4f1a6c8b",
    "parameter": "notice", "person": "H-1",
    "procedure": "P-1", "programme": "programme-1", "proxy": "X-1", "referral": "guide",
    "report": "2025/1",
    "role": "secretariat", "seat": "PT.contact_point.1", "series": "plenary",
    "speaker": "plenary-18", "subgroup": "retention", "waiver": "W-1",
  ]

  static func lines(for noun: String) -> [String] {
    let id = ids[noun] ?? "ID"
    return ["admin \(noun) show \(id)", "admin \(noun) show \(id) --as-of 2025-06-30 --json"]
  }
}
