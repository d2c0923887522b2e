/// A command that prints a paper of a play, with the name of its golden file.
struct CyclePrint: Sendable {
  let name: String
  let line: String

  init(_ name: String, _ line: String) {
    self.name = name
    self.line = line
  }

  static let ejcn: [CyclePrint] =
    [19, 20, 21, 22].map { CyclePrint("convocation-\($0)", "meeting convocation plenary-\($0)") }
    + [19, 20, 22].flatMap { after("plenary-\($0)", as: "\($0)") }
    + [2, 3, 4, 6, 8, 11, 12, 14, 15, 18].map(extract)
    + [
      CyclePrint("procedure-1", "procedure extract P-1"),
      CyclePrint("activity", "report activity --from 2027-01-01 --to 2028-12-31"),
      CyclePrint(
        "activity-public", "report activity --from 2027-01-01 --to 2028-12-31 --public"),
      CyclePrint("activity-PT", "report activity --from 2027-01-01 --to 2028-12-31 --member PT"),
      CyclePrint(
        "activity-crypto", "report activity --from 2027-01-01 --to 2028-12-31 --subgroup crypto"),
    ]

  static let forum: [CyclePrint] =
    [CyclePrint("convocation-5", "meeting convocation annual-5")] + after("annual-5", as: "5")
    + [1, 2].map(extract) + [year, openYear]

  static let ciberred: [CyclePrint] =
    [4, 5].map { CyclePrint("convocation-\($0)", "meeting convocation annual-\($0)") }
    + after("annual-5", as: "5") + [2, 3].map(extract) + [year, openYear]

  private static let year = CyclePrint(
    "activity", "report activity --from 2027-01-01 --to 2027-12-31")

  private static let openYear = CyclePrint(
    "activity-public", "report activity --from 2027-01-01 --to 2027-12-31 --public")

  /// Minutes and both reports of a meeting that was held.
  private static func after(_ meeting: String, as name: String) -> [CyclePrint] {
    [
      CyclePrint("minutes-\(name)", "minutes text \(meeting)"),
      CyclePrint("outcome-\(name)", "meeting outcome \(meeting)"),
      CyclePrint("outcome-public-\(name)", "meeting outcome \(meeting) --public"),
    ]
  }

  private static func extract(_ number: Int) -> CyclePrint {
    CyclePrint("extract-\(number)", "deliberation extract D-\(number)")
  }
}
