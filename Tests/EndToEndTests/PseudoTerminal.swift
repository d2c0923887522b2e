import Foundation

/// A terminal that is none, on which a wizard asks and a test answers.
enum PseudoTerminal {
  /// Sends a line at each prompt, an empty one too; prints the words of the program and its status.
  ///
  /// A reply is sent where its question stands before the prompt; the last line goes to the page of answers. Where no
  /// line is left the input ends.
  private static let script = """
    import os, pty, sys, fcntl, termios, struct, json
    width, told, command = int(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3:]
    lines, replies, last = told["lines"], told.get("replies"), told["last"]
    pid, fd = pty.fork()
    if pid == 0:
        os.execve(command[0], command, {"ACTA_NOW": "2026-11-23T09:00:00Z", "TERM": "xterm"})
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    ends = [b"\\n> ", b"answer) ", b"resposta) ", b"respuesta) "]
    def answer(asked, end):
        if replies is None:
            return lines.pop(0) if lines else None
        if end != ends[0]:
            return last
        return next((a for q, a in replies if q in asked.decode(errors="replace")), "")
    seen, read = b"", 0
    while True:
        try:
            piece = os.read(fd, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
        while True:
            found = [(seen.find(end, read), end) for end in ends if seen.find(end, read) >= 0]
            if not found:
                break
            at, end = min(found)
            line = answer(seen[read:at], end)
            read = at + len(end)
            os.write(fd, b"\\x04" if line is None else line.encode() + b"\\n")
    _, status = os.waitpid(pid, 0)
    sys.stdout.write(seen.decode().replace("\\r\\n", "\\n"))
    sys.stdout.write("\\nstatus %d\\n" % os.waitstatus_to_exitcode(status))
    """

  private struct Told: Encodable {
    let lines: [String]
    let replies: [[String]]?
    let last: String
  }

  /// Runs the program on a terminal of a width, at nine o'clock of 23 November 2026, with a line for each prompt.
  ///
  /// - Returns: What a person would have seen, and `status N` at the end.
  static func run(_ words: [String], lines: [String] = [], width: Int = 80) throws -> String {
    try run(words, Told(lines: lines, replies: nil, last: ""), width)
  }

  /// The same with answers to some of the questions, by their words; all others are answered with nothing.
  ///
  /// - Parameters:
  ///   - words: Of the line, without the program.
  ///   - replies: What is answered to a question that has these words.
  ///   - last: What is said to the page of answers.
  ///   - width: Of the terminal, in columns.
  /// - Returns: What a person would have seen, and `status N` at the end.
  /// - Throws: When the program cannot be started.
  static func run(
    _ words: [String], replies: [(question: String, answer: String)], last: String, width: Int
  ) throws -> String {
    let pairs = replies.map { [$0.question, $0.answer] }
    return try run(words, Told(lines: [], replies: pairs, last: last), width)
  }

  private static func run(_ words: [String], _ told: Told, _ width: Int) throws -> String {
    let json = String(decoding: try JSONEncoder().encode(told), as: UTF8.self)
    return try Python.run(script, ["\(width)", json, Program.path] + words)
  }
}
