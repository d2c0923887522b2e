/// What one guess of a passphrase costs whoever tries.
///
/// Source: OWASP ASVS 5.0, appendix C, asks of argon2id at least 46 MiB at one pass.
package struct PassphraseCost: Hashable, Sendable {
  /// Over the memory.
  package let passes: UInt64
  package let memoryBytes: Int

  /// Three passes over 64 MiB: a fifth of a second.
  package static let usual = PassphraseCost(passes: 3, memoryBytes: 64 << 20)

  private static let passesAllowed: ClosedRange<UInt64> = 1...16
  private static let memoryAllowed = 8 << 10...1 << 30

  private init(passes: UInt64, memoryBytes: Int) {
    (self.passes, self.memoryBytes) = (passes, memoryBytes)
  }

  /// Nil for a cost that no machine should be asked to pay, or that libsodium does not take.
  package init?(checking passes: Int64, memoryBytes: Int64) {
    guard let passes = UInt64(exactly: passes), let memoryBytes = Int(exactly: memoryBytes),
      Self.passesAllowed.contains(passes), Self.memoryAllowed.contains(memoryBytes)
    else { return nil }
    self.init(passes: passes, memoryBytes: memoryBytes)
  }
}
