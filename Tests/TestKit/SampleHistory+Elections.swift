extension SampleHistory {
  /// Two seats of the bureau are voted on at the fourth plenary; nobody stands for the next one.
  static let election = [
    Act("election open", ["body": ["bureau"], "seats": ["2"]]),
    Act("election nominate", ["election": ["E-1"], "member": ["PT"], "proposer": ["ES"]]),
    Act("election accept", ["election": ["E-1"], "member": ["PT"]]),
    Act("election nominate", ["election": ["E-1"], "member": ["ES"], "proposer": ["ES"]]),
    Act("election nominate", ["election": ["E-1"], "member": ["MT"], "proposer": ["MT"]]),
    Act("election withdraw", ["election": ["E-1"], "member": ["MT"], "reason": ["No time"]]),
    Act("meeting convene", ["meeting": ["plenary-4"]], on: "2027-02-01"),
    Act(
      "meeting open", ["meeting": ["plenary-4"], "present": ["PT", "ES", "MT"]], on: "2027-03-20"),
    Act(
      "election vote",
      [
        "election": ["E-1"], "meeting": ["plenary-4"], "votes": ["PT=3", "ES=2"],
        "ballots": ["3"],
      ], on: "2027-03-20"),
    Act(
      "deliberation choose",
      [
        "meeting": ["plenary-4"], "title": ["Next host"], "matter": ["programme"],
        "options": ["lisbon=2", "madrid=1"],
      ], on: "2027-03-20"),
    Act(
      "election annul", ["election": ["E-1"], "reason": ["A guest's ballot was counted"]],
      on: "2027-03-20"),
    Act(
      "election vote",
      [
        "election": ["E-1"], "meeting": ["plenary-4"], "votes": ["PT=3", "ES=2"],
        "ballots": ["3"],
      ], on: "2027-03-20"),
    Act("election open", ["body": ["bureau"], "seats": ["2"]], on: "2027-03-20"),
    Act("election close", ["election": ["E-2"]], on: "2027-03-20"),
  ]
}
