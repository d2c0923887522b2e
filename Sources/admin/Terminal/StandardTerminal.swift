internal import Glibc

/// The three standard streams of the process.
///
/// Answers are gathered and written in large pieces. A reader that goes away, such as `head`, ends
/// the writing without a word; any other failure is kept for `flush` to tell.
final class StandardTerminal: Terminal {
  private var pending: [UInt8] = []
  private var isClosed = false
  private var hasFailed = false

  private static let largest = 65_536

  init() { signal(SIGPIPE, SIG_IGN) }

  var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }
  var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  var talkIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  var outputWidth: Int? {
    var size = winsize()
    guard outputIsTerminal, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else {
      return nil
    }
    return size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  func write(_ text: String) {
    pending.append(contentsOf: text.utf8)
    if pending.count > Self.largest { send() }
  }

  func writeError(_ text: String) {
    send()
    _ = Self.write(Array(text.utf8), to: STDERR_FILENO)
  }

  func readLine() -> String? {
    send()
    return Swift.readLine(strippingNewline: true)
  }

  /// Ctrl-C is read as a byte here rather than sent as a signal, which would end the program with the echo off.
  func readSecret(_ prompt: String, atMost limit: Int) -> [UInt8]? {
    var usual = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &usual) == 0 else {
      writeError(prompt)
      defer { writeError("\n") }
      return SecretLine.read(from: STDIN_FILENO, atMost: limit)
    }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
    Self.end(&silent, with: SecretLine.interrupt)
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    writeError(prompt)
    var isInterrupted = false
    let line = SecretLine.read(from: STDIN_FILENO, atMost: limit) { isInterrupted = true }
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual)
    writeError("\n")
    if isInterrupted { raise(SIGINT) }
    return line
  }

  /// Lets a byte end a line as Enter does, without waiting for Enter.
  private static func end(_ settings: inout termios, with byte: UInt8) {
    unsafe withUnsafeMutableBytes(of: &settings.c_cc) { unsafe $0[Int(VEOL)] = byte }
  }

  func flush() -> Bool {
    send()
    return !hasFailed
  }

  private func send() {
    defer { pending.removeAll(keepingCapacity: true) }
    guard !isClosed, let error = Self.write(pending, to: STDOUT_FILENO) else { return }
    isClosed = true
    hasFailed = error != EPIPE
  }

  /// Writes all the bytes; the error number when that was not possible.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes[start...].withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
