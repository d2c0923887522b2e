internal import CSQLite

extension Connection {
  /// What a file is opened for.
  package enum Access: Equatable, Sendable {
    /// Reads and writes a file that exists.
    case writing
    /// Reads and writes a file, made when missing.
    case creating
    /// Reads; opened read-write all the same, since only a writer can recover after a crash.
    case reading
    /// Reads a file on write-protected media that has a write-ahead log beside it.
    case readingProtected
    /// Reads a file that nothing can change, such as one on write-protected media.
    case readingImmutable

    var isReading: Bool {
      switch self {
      case .writing, .creating: false
      case .reading, .readingProtected, .readingImmutable: true
      }
    }

    var flags: Int32 {
      switch self {
      case .writing, .reading: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
      case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
      case .readingProtected: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
      case .readingImmutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
      }
    }

    /// The name that SQLite is given for a path.
    func name(of path: String) -> String {
      guard self == .readingImmutable else { return path }
      let escaped = path.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "%"): "%25"
        case UInt8(ascii: "?"): "%3f"
        case UInt8(ascii: "#"): "%23"
        case 0x21...0x7E: String(Unicode.Scalar(byte))
        default: "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
      }
      return "file:" + escaped.joined() + "?immutable=1"
    }
  }
}
