import Foundation
import Testing
import Values

/// What a person meets on a terminal, through a pseudo-terminal.
@Suite(.enabled(if: Python.isThere)) struct TerminalTests {
  private static func onTerminal(
    _ words: [String], lines: [String] = [], width: Int = 80
  ) throws -> String {
    try PseudoTerminal.run(words, lines: lines, width: width)
  }

  @Test func `A wizard asks, shows the page, records and says the line it stands for`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let seen = try Self.onTerminal(
        ["-C", network.folder, "member", "admit"], lines: ["PT", "member", "y"])
      #expect(seen.contains("1/2  Which member?\n> "))
      #expect(seen.contains("Check your answers"))
      #expect(
        seen.contains("Same as: admin --network \(network.folder) member admit PT --class member"))
      #expect(seen.hasSuffix("status 0\n"))
      #expect(try network.rows("member list").map { $0["member"] } == ["PT"])
    }
  }

  @Test func `No at the page records nothing and exits with 13`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let seen = try Self.onTerminal(
        ["-C", network.folder, "member", "admit"], lines: ["PT", "member", "n"])
      #expect(seen.hasSuffix("status 13\n"))
      #expect(try network.rows("member list").isEmpty)
    }
  }

  @Test(arguments: ["member list", "meeting list", "log list", "obligation list"])
  func `JSON is the same on terminals of any width and in a pipe`(_ list: String) throws {
    try NetworkOnDisk.with { network in
      let words = ["-C", network.folder] + list.split(separator: " ").map(String.init) + ["--json"]
      let piped = try Program.run(words).output
      for width in [20, 200] {
        let seen = try Self.onTerminal(words, width: width)
        #expect(seen == piped + "\nstatus 0\n")
      }
    }
  }

  @Test func `A table fits its terminal, and is coloured only there`() throws {
    try NetworkOnDisk.with { network in
      let words = ["-C", network.folder, "meeting", "list"]
      let seen = try Self.onTerminal(words, width: 100)
      #expect(seen.contains("\u{1B}[1m"))
      let rows = seen.split(separator: "\n").filter { $0.hasPrefix("plenary") }
      #expect(!rows.isEmpty && rows.allSatisfy { $0.count <= 100 })
      #expect(try !Program.run(words).output.contains("\u{1B}"))
    }
  }

  @Test func `A reader that goes away ends the answer without a word`() throws {
    try NetworkOnDisk.with { network in
      let script = """
        import subprocess, sys
        run = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        run.stdout.close()
        talk = run.stderr.read()
        sys.stdout.write("%d %r\\n" % (run.wait(), talk))
        """
      let words = [Program.path, "-C", network.folder, "log", "list", "--json"]
      let told = try Python.run(script, words)
      #expect(told == "0 b''\n")
    }
  }

  @Test func `A disk that is full is told`() throws {
    try NetworkOnDisk.with { network in
      let script = """
        import subprocess, sys
        with open("/dev/full", "w") as full:
            run = subprocess.run(sys.argv[1:], stdout=full, stderr=subprocess.PIPE)
        sys.stdout.write("%d %s\\n" % (run.returncode, b"[output-failed]" in run.stderr))
        """
      let words = [Program.path, "-C", network.folder, "member", "list"]
      let told = try Python.run(script, words)
      #expect(told == "74 True\n")
    }
  }
}
