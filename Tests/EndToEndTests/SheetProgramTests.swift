import Foundation
import Testing
import Values

/// Sheets as spreadsheets write them, imported by the built program.
@Suite struct SheetProgramTests {
  /// Writes rows with Python's own module, which follows RFC 4180.
  private static let script = """
    import csv, json, sys
    path, encoding, delimiter, quoting, rows = sys.argv[1:6]
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter, quoting=int(quoting)).writerows(json.loads(rows))
    """

  private static let rows = """
    [["name", "email", "languages", "specialities"],
     ["Dias, \\"Ana\\"", "ana@example.org", "pt,en", "cybercrime|e-evidence"],
     ["Émile Núñez; Łukasz", "", "fr", ""],
     ["Two\\nLines", "x@example.org", "", "a; b"]]
    """

  /// Minimal quotes and quotes around all, with either separator, with a byte order mark and without.
  @Test(
    .enabled(if: Python.isThere), arguments: ["utf-8", "utf-8-sig"],
    [(",", "0"), (";", "0"), (";", "1")])
  func `What a spreadsheet wrote is imported as it was written`(
    _ encoding: String, _ form: (delimiter: String, quoting: String)
  ) throws {
    try NetworkOnDisk.with(history: false) { network in
      let file = network.folder + "/persons.csv"
      try Python.run(Self.script, [file, encoding, form.delimiter, form.quoting, Self.rows])
      let told = try Program.run(["-C", network.folder, "import", "persons", file])
      #expect(told.status == 0, "\(told.talk)")
      let persons = try network.rows("person list")
      #expect(
        persons.map { $0["name"] } == [
          "Dias, \"Ana\"", "Émile Núñez; Łukasz", "Two\nLines",
        ])
      #expect(persons.map { $0["languages"] } == [["pt", "en"], ["fr"], []])
      #expect(persons.map { $0["specialities"] } == [["cybercrime", "e-evidence"], [], ["a; b"]])
      let again = try Program.run(["-C", network.folder, "import", "persons", file])
      #expect(again.output.contains("0 new, 3 known already"))
      #expect(try network.rows("person list").count == 3)
    }
  }

  @Test func `A network's members and contact points come from two sheets, and verify`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let members = network.folder + "/members.csv"
      let seats = network.folder + "/seats.csv"
      try Data("member;class;from\nPT;member;2026-01-10\nES;member;2026-01-10\n".utf8)
        .write(to: URL(filePath: members))
      try Data(
        "member;kind;name;email;from\nPT;contact_point;Ana;a@x.eu;2026-02-01\nES;contact_point;Rui;;\n"
          .utf8
      ).write(to: URL(filePath: seats))
      for (kind, file) in [("members", members), ("seats", seats)] {
        let trial = try Program.run(["-C", network.folder, "import", kind, file, "--dry-run"])
        #expect(trial.status == 0, "\(trial.talk)")
        let told = try Program.run(["-C", network.folder, "import", kind, file])
        #expect(told.status == 0, "\(told.talk)")
      }
      let directory = try network.rows("directory list")
      #expect(directory.map { $0["member"] } == ["ES", "PT"])
      #expect(directory.map { $0["name"] } == ["Rui", "Ana"])
      #expect(try network.run("verify").status == 0)
      let log = try Data(contentsOf: URL(filePath: network.folder + "/log.db"))
      #expect(log.range(of: Data("a@x.eu".utf8)) == nil)
    }
  }

  @Test func `A sheet with one bad row changes no byte of the log`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let file = network.folder + "/members.csv"
      try Data("member,class\nPT,member\nXX,member\nES\n".utf8).write(to: URL(filePath: file))
      let events = try network.rows("log list").count
      let told = try Program.run(["-C", network.folder, "import", "members", file])
      #expect(told.status == 65)
      #expect(told.talk.contains("members.csv:3:1:") && told.talk.contains("members.csv:4:1:"))
      #expect(try network.rows("log list").count == events)
    }
  }
}
