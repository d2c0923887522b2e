package import Values

/// A plugin that holds errors: all of them, with the warnings, in the order of the file.
package struct PluginRefused: Error, Hashable, Sendable {
  package let findings: [Finding]
  /// Whether there were more than are kept.
  package let isCut: Bool

  package init(_ findings: Findings) {
    self.findings = findings.sorted
    isCut = findings.isCut
  }

  package var errors: [Failure] {
    findings.filter { $0.severity == .error }.map(\.failure)
  }
}
