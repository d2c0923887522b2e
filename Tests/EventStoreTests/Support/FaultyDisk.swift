import CFaultVFS
import Testing

/// A disk that fails one folder's databases at a moment that the test chooses.
enum FaultyDisk {
  /// What goes wrong from the chosen operation on.
  enum Fault: Sendable {
    /// No room for one write more.
    case full
    /// One write fails, and the next goes well.
    case stumbling
    /// Nothing reaches the disk any more.
    case lost
    /// As before, after half of a write: what a power cut leaves.
    case torn
    /// Nothing can be read any more.
    case unreadable
    /// No file can be opened any more.
    case closed

    /// Those that strike whoever writes.
    static let ofWriting: [Fault] = [.full, .stumbling, .lost, .torn]

    fileprivate var operations: Int {
      switch self {
      case .full: ACTA_FAULT_WRITE
      case .stumbling, .lost, .torn:
        ACTA_FAULT_WRITE | ACTA_FAULT_SYNC | ACTA_FAULT_TRUNCATE | ACTA_FAULT_DELETE
      case .unreadable: ACTA_FAULT_READ
      case .closed: ACTA_FAULT_OPEN
      }
    }

    /// `SQLITE_FULL` or `SQLITE_IOERR_WRITE`.
    fileprivate var code: Int32 { self == .full ? 13 : 778 }

    fileprivate var way: Int {
      switch self {
      case .stumbling: ACTA_FAULT_ONCE
      case .torn: ACTA_FAULT_TORN
      case .full, .lost, .unreadable, .closed: ACTA_FAULT_FOR_EVER
      }
    }
  }

  /// Puts the disk that can fail under every connection that is opened from here on.
  ///
  /// A connection keeps the disk that stood when it was opened, and what it copies to goes there too.
  static func prepare() throws { try #require(acta_fault_install() == 0) }

  /// Runs a closure while the disk under a folder fails at the n-th operation, counted from 1.
  ///
  /// The number 0 strikes none. Of a write that is torn so many bytes are written, or half.
  /// It gives how many operations came that the fault could strike.
  @discardableResult
  static func run(
    _ folder: String, _ fault: Fault, at number: Int = 0, writing cut: Int? = nil,
    _ body: () throws -> Void
  ) throws -> Int {
    try prepare()
    let plan = unsafe acta_fault_plan(
      folder, Int32(fault.operations), Int32(number), fault.code, Int32(fault.way))
    try #require(plan >= 0)
    if let cut { acta_fault_cut(plan, Int32(cut)) }
    defer { acta_fault_end(plan) }
    try body()
    return Int(acta_fault_count(plan))
  }
}
