package import Values

/// One thing that a check found.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  package let severity: Severity
  package let failure: Failure

  package init(_ severity: Severity, _ failure: Failure) {
    self.severity = severity
    self.failure = failure
  }
}

/// What a check of one file has found so far, so that one run names all faults.
///
/// ```swift
/// let notice = findings.collect { () throws(Failure) in try node.period() }  // nil when refused
/// ```
package final class Findings {
  /// More are not kept; whoever has that many begins with these.
  package static let limit = 50

  package private(set) var all: [Finding] = []
  /// Whether there were more than are kept.
  package private(set) var isCut = false

  package init() {}

  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Whether nothing more is kept, and that is known: reading on would only take time.
  package var isFull: Bool { isCut && all.allSatisfy { $0.severity == .error } }

  /// In the order of the file, those without a place last.
  package var sorted: [Finding] {
    all.enumerated().sorted { left, right in
      Self.order(left.element, left.offset) < Self.order(right.element, right.offset)
    }.map(\.element)
  }

  /// Keeps a finding; an error takes the place of a warning where there is no room, so that none is lost among them.
  package func add(_ failure: Failure, as severity: Finding.Severity = .error) {
    let finding = Finding(severity, failure)
    guard !all.contains(finding) else { return }
    if all.count >= Self.limit {
      isCut = true
      guard severity == .error, let last = all.lastIndex(where: { $0.severity == .warning })
      else { return }
      all.remove(at: last)
    }
    all.append(finding)
  }

  /// The result of a reading; nil when it failed, which is noted.
  package func collect<Value>(_ reading: () throws(Failure) -> Value) -> Value? {
    do throws(Failure) {
      return try reading()
    } catch {
      add(error)
      return nil
    }
  }

  private static func order(_ finding: Finding, _ offset: Int) -> (Int, Int, Int) {
    let place = finding.failure.place
    return (place?.line ?? .max, place?.column ?? .max, offset)
  }
}
