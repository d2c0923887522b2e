import Testing
import Values

@testable import admin

@Suite struct SheetCommandTests {
  private static let members = "member;class;from\nPT;member;2026-02-01\nCH;observer;2026-02-01\n"

  @Test func `A trial shows each row with its line, and writes nothing`() throws {
    try SampleNetwork.with { network in
      let file = try network.file("m.csv", Self.members)
      let before = network.eventCount
      let told = network.run("import members \(file) --dry-run")
      #expect(told.status == .done)
      let lines = told.output.split(separator: "\n")
      #expect(lines.count == 4)
      #expect(lines[0].hasPrefix("LINE"))
      #expect(lines[1].contains("PT") && lines[1].contains("member.admitted"))
      #expect(lines[3] == "2 rows: 2 new, 0 known already; 2 events.")
      #expect(told.talk.contains("Nothing was written."))
      #expect(network.eventCount == before)
    }
  }

  @Test func `A sheet is recorded, and again it adds nothing`() throws {
    try SampleNetwork.with { network in
      let file = try network.file("m.csv", Self.members)
      #expect(network.run("import members \(file)").status == .done)
      let count = network.eventCount
      let again = network.run("import members \(file)")
      #expect(again.output.hasSuffix("2 rows: 0 new, 2 known already; 0 events.\n"))
      #expect(network.eventCount == count)
      #expect(network.memberCount == 2)
    }
  }

  @Test
  func `Every bad row is named with line, column, reason and remedy, whatever is wrong with it`()
    throws
  {
    try SampleNetwork.with { network in
      let text =
        Self.members + "F R;member;\nXX;member;2026-02-01\nES;member\nNL;guest;2026-02-01\n"
      let file = try network.file("m.csv", text)
      let before = network.eventCount
      for line in ["import members \(file)", "import members \(file) --dry-run"] {
        let told = network.run(line)
        #expect(told.status == .badData)
        let places = told.talk.split(separator: "\n").filter { $0.hasPrefix(file) }
          .map { $0.dropFirst(file.count + 1).prefix { $0 != " " } }
        #expect(places == ["4:1:", "5:1:", "6:1:", "7:4:"])
        #expect(told.talk.contains("does not fit \"member\""))
        #expect(told.talk.contains("The row has 2 cells, and the header 3."))
        #expect(told.talk.hasSuffix("import the sheet again.\n"))
        #expect(network.eventCount == before)
      }
    }
  }

  @Test func `A sheet that only rules stand against is refused with their status`() throws {
    try SampleNetwork.with { network in
      let file = try network.file("m.csv", "member,class\nNL,guest\nXX,member\n")
      #expect(network.run("import members \(file)").status == .refused)
    }
  }

  @Test func `A program reads the same rows as JSON`() throws {
    try SampleNetwork.with { network in
      let file = try network.file("m.csv", Self.members)
      let answer = try network.json("import members \(file) -n")
      #expect(answer["dry_run"] == true)
      #expect(answer["rows"]?.list?.map { $0["line"] } == [2, 3])
      #expect(answer["rows"]?.list?.map { $0["subject"] } == ["PT", "CH"])
      #expect(answer["rows"]?.list?.first?["answers"]?.list?.count == 1)
    }
  }

  @Test func `A program reads every bad row as one object`() throws {
    try SampleNetwork.with { network in
      let file = try network.file("m.csv", "member,class\nP T,member\nXX,member\n")
      let answer = try network.json("import members \(file)")
      #expect(answer["verdict"] == "refused")
      #expect(answer["findings"]?.list?.map { $0["line"] } == [2])
      #expect(answer["rows"]?.list?.map { $0["line"] } == [3])
      #expect(answer["rows"]?.list?.map { $0["column"] } == [1])
    }
  }

  @Test(arguments: ["", "--json", "--lang pt", "--lang es"])
  func `No name of a sheet is shown, whether it is recorded or refused`(_ options: String) throws {
    try SampleNetwork.with { network in
      let good = try network.file("g.csv", "name,email\nAna Sousa,ana@example.org\n")
      let bad = try network.file("b.csv", "name,languages\nAna Sousa,portuguese\nAna Sousa\n")
      let headless = try network.file("h.csv", "Ana Sousa,ana@example.org\n")
      for file in [good, bad, headless] {
        let told = network.run("import persons \(file) -n \(options)")
        #expect(!(told.output + told.talk).contains("Sousa"))
        #expect(!(told.output + told.talk).contains("ana@"))
      }
    }
  }

  @Test func `The day and the note of the line hold for rows without one`() throws {
    try SampleNetwork.with { network in
      let file = try network.file("m.csv", "member,class,from\nPT,member,\nES,member,2026-03-01\n")
      let line = ["import", "members", file, "--effective", "2026-02-01", "--note", "as listed"]
      #expect(network.run(line).status == .done)
      let since = try network.json("member list").list?.map { $0["since"]?.text ?? "" }
      #expect(Set(since ?? []) == ["2026-02-01", "2026-03-01"])
      #expect(network.run("log list --json").output.contains("2026-02-01"))
    }
  }

  @Test func `The help of an import lists the columns, and the help of import the sheets`() {
    let page = Outcome(["help", "import", "seats"], [:], ScriptedTerminal(), tree: .all).output
    #expect(page.contains("Columns of the sheet:\n"))
    for name in ["member", "kind", "person", "name", "email", "phone", "until", "from", "note"] {
      #expect(page.contains("\n  \(name)"), "\(name)")
    }
    let all = Outcome(["help", "import"], [:], ScriptedTerminal(), tree: .all).output
    for name in ["members", "persons", "seats"] { #expect(all.contains("import \(name)")) }
  }

  @Test func `A file of acts is still imported by one word`() throws {
    try SampleNetwork.with { network in
      let file = try network.file("a.yaml", "- {do: member admit, member: PT, class: member}\n")
      #expect(network.run("import \(file) -n -q").status == .done)
      let missing = network.run("import nothing.csv -n")
      #expect(missing.status == .notFound)
    }
  }

  @Test func `A word after the file is no sheet`() {
    let told = Outcome(["import", "a.yaml", "members"], [:], ScriptedTerminal(), tree: .all)
    #expect(told.status == .usage)
  }
}
