import Foundation
import Testing
import Values

/// A passphrase typed on a terminal is seen by nobody.
@Suite(.enabled(if: Python.isThere, "python3 is missing")) struct PassphraseTests {
  /// Runs a program on a pseudo-terminal; sends a line at each question; prints all that was shown.
  private static let script = """
    import os, pty, sys
    lines, command = sys.argv[1].split("|"), sys.argv[2:]
    pid, fd = pty.fork()
    if pid == 0:
        os.execve(command[0], command, {"ACTA_NOW": "2026-11-23T09:00:00Z", "TERM": "xterm"})
    seen, sent = b"", 0
    while True:
        try:
            piece = os.read(fd, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
        while sent < len(lines) and seen.count(b": ") > sent and seen.endswith(b": "):
            os.write(fd, lines[sent].encode() + b"\\n")
            sent += 1
    _, status = os.waitpid(pid, 0)
    sys.stdout.write(seen.decode().replace("\\r\\n", "\\n"))
    sys.stdout.write("\\nstatus %d\\n" % os.waitstatus_to_exitcode(status))
    """

  private static func type(_ lines: [String], _ words: String, in network: NetworkOnDisk) throws
    -> String
  {
    let words = words.split(separator: " ").map { String($0) }
    return try Python.run(
      script, [lines.joined(separator: "|"), Program.path, "-C", network.folder] + words)
  }

  @Test func `A passphrase is asked for twice for a new key, once to sign, and never shown`() throws
  {
    try NetworkOnDisk.with("forum-cibercrime", history: false) { network in
      let words = "correct horse battery staple"
      let made = try Self.type([words, words], "key add --name a.example/log", in: network)
      #expect(made.contains("key.created") && made.hasSuffix("status 0\n"), "\(made)")
      #expect(!made.contains("horse"))
      let signed = try Self.type([words], "checkpoint publish", in: network)
      #expect(signed.contains("\u{2014} a.example/log ") && signed.hasSuffix("status 0\n"))
      #expect(!signed.contains("horse"))
      let wrong = try Self.type(["zebra crossing lamp"], "checkpoint publish", in: network)
      #expect(wrong.contains("[passphrase-wrong]") && wrong.hasSuffix("status 77\n"))
      #expect(!wrong.contains("zebra"))
    }
  }

  @Test func `Two passphrases that differ make no key`() throws {
    try NetworkOnDisk.with("forum-cibercrime", history: false) { network in
      let told = try Self.type(
        ["correct horse battery staple", "correct horse battery stable"],
        "key add --name a.example/log", in: network)
      #expect(told.contains("[passphrase-unlike]") && told.hasSuffix("status 65\n"))
      #expect(try network.rows("key list").isEmpty)
    }
  }

  /// Runs a program on a pseudo-terminal, presses Ctrl-C at the first question, and prints whether the
  /// terminal still shows what is typed, and by which signal the program ended.
  private static let interrupted = """
    import os, pty, signal, sys, termios
    master, slave = pty.openpty()
    before = termios.tcgetattr(slave)[3]
    pid = os.fork()
    if pid == 0:
        os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        import fcntl
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for number in (0, 1, 2):
            os.dup2(slave, number)
        os.execve(sys.argv[2], sys.argv[2:], {"ACTA_NOW": "2026-11-23T09:00:00Z", "TERM": "xterm"})
    seen = b""
    while not seen.endswith(b": "):
        seen += os.read(master, 65536)
    during = termios.tcgetattr(slave)[3]
    os.write(master, sys.argv[1].encode() + b"\\x03")
    _, status = os.waitpid(pid, 0)
    after = termios.tcgetattr(slave)[3]
    told = (not during & termios.ECHO, after == before, os.waitstatus_to_exitcode(status))
    sys.stdout.write("hidden %s\\nrestored %s\\nstatus %d\\n" % told)
    """

  @Test(arguments: ["", "half a passphr"])
  func `Ctrl-C at the question ends the program and leaves the terminal as it was`(
    _ typed: String
  ) throws {
    try NetworkOnDisk.with("forum-cibercrime", history: false) { network in
      let told = try Python.run(
        Self.interrupted,
        [typed, Program.path, "-C", network.folder, "key", "add", "--name", "a.example/log"])
      #expect(told.hasPrefix("hidden True\nrestored True\n"), "\(told)")
      #expect(try network.rows("key list").isEmpty)
    }
  }
}
