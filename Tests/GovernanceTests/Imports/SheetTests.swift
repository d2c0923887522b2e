import Governance
import Plugins
import Testing
import Values

@Suite struct SheetTests {
  private func read(_ text: String, of kind: SheetKind) -> (rows: [SheetRow], faults: [Failure]) {
    let findings = Findings()
    let rows = Sheet.read(Array(text.utf8), of: kind, file: "s.csv", into: findings)
    return (rows, findings.sorted.map(\.failure))
  }

  /// A fault as `CODE@LINE:COLUMN`.
  private func told(_ failure: Failure) -> String {
    "\(failure.code.name)@\(failure.place?.line ?? 0):\(failure.place?.column ?? 0)"
  }

  @Test(arguments: [
    (SheetKind.members, ["member", "class", "from", "note"]),
    (.persons, ["name", "email", "phone", "languages", "specialities", "from", "note"]),
  ])
  func `A sheet has the fields of its act, a day and a note`(
    _ kind: SheetKind, _ columns: [String]
  ) {
    #expect(kind.columns.map(\.name) == columns)
  }

  @Test func `A sheet of seats tells of persons by number or in words`() {
    let columns = Set(SheetKind.seats.columns.map(\.name))
    #expect(columns.isSuperset(of: ["member", "kind", "person", "name", "email", "until", "act"]))
    #expect(SheetKind.seats.columns.filter(\.isRequired).map(\.name) == ["member", "kind"])
  }

  @Test func `The columns may stand in any order, and those not needed may be missing`() {
    let read = read("class;member\nmember;PT\nobserver;CH\n", of: .members)
    #expect(read.faults == [])
    #expect(read.rows.map(\.place.line) == [2, 3])
  }

  @Test func `A day and a note are the row's own`() {
    let read = read("member,class,from,note\nPT,member,2016-11,as published\n", of: .members)
    #expect(read.rows.map(\.effective) == [PartialDay("2016-11")])
    #expect(read.rows.map(\.note) == ["as published"])
  }

  @Test(
    arguments: [
      ("", .members, ["sheet-empty@1:1"]),
      ("member\nPT\n", .members, ["sheet-column-missing@1:1"]),
      (
        "member,clas\nPT,member\n", .members,
        ["sheet-column-missing@1:1", "sheet-column-unknown@1:8"]
      ),
      (
        "member,class,member\nPT,member,PT\n", .members, ["sheet-column-repeated@1:14"]
      ),
      ("member,class\nPT\n", .members, ["sheet-cells@2:1"]),
      ("member,class\nPT,member,x\n", .members, ["sheet-cells@2:1"]),
      ("member,class\n,member\n", .members, ["field-missing@2:1"]),
      ("member,class\nPT,\n", .members, ["field-missing@2:4"]),
      ("member,class\nP T,member\n", .members, ["field-malformed@2:1"]),
      ("member,class,from\nPT,member,24.11.2016\n", .members, ["field-malformed@2:11"]),
      ("member,class\nPT,member\nES,member\nPT,member\n", .members, ["sheet-row-repeated@4:1"]),
      ("member,kind\nPT,contact_point\n", .seats, ["sheet-person@2:1"]),
      ("member,kind,person,name\nPT,contact_point,H-1,Ana\n", .seats, ["sheet-person@2:1"]),
      ("member,kind,email\nPT,contact_point,a@b\n", .seats, ["sheet-person@2:1"]),
      ("member,kind,person,until\nPT,cp,H-1,soon\n", .seats, ["field-malformed@2:11"]),
      ("name,email\n,a@b\n", .persons, ["field-missing@2:1"]),
    ] as [(String, SheetKind, [String])])
  func `A fault is named with its place`(_ text: String, _ kind: SheetKind, _ faults: [String]) {
    let read = read(text, of: kind)
    #expect(read.faults.map(told).sorted() == faults.sorted())
  }

  @Test func `Every bad row is named, and not the first alone`() {
    let text = "member,class,from\nP T,member,\nPT,member,\nES,member,soon\nFR\n,member,\n"
    let read = read(text, of: .members)
    #expect(
      read.faults.map(told) == [
        "field-malformed@2:1", "field-malformed@4:11", "sheet-cells@5:1", "field-missing@6:1",
      ])
    #expect(read.rows.map(\.place.line) == [3])
  }

  @Test func `A misspelt column is answered with the nearest one`() {
    let failure = read("membre,class\nPT,member\n", of: .members).faults.first
    #expect(failure?.values["nearest"] == .text("member"))
    #expect(failure?.values["number"] == .int(1))
  }

  /// A sheet without a header begins with a person, whose name no message may carry.
  @Test(arguments: [
    "Ana Sousa,ana@example.org\n", "name,email\nAna Sousa,\"ana\u{7}@example.org\"\n",
    "name,email\nAna Sousa,ana@example.org,extra\n", "name,email\n\"Ana Sousa\"x,ana@example.org\n",
    "name,phone\nAna Sousa,\(String(repeating: "ana", count: 7_000))\n",
    "name,email\nAna Sousa,ana@example.org\nAna Sousa,ana@example.org\n",
  ])
  func `No fault quotes what is personal`(_ text: String) {
    let faults = read(text, of: .persons).faults
    #expect(!faults.isEmpty)
    #expect(
      faults.allSatisfy { !"\($0.values)".contains("Ana") && !"\($0.values)".contains("ana@") })
  }
}
