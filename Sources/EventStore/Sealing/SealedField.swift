/// Words about a person on their way into the log, where only their ciphertext stands.
package struct SealedField: Hashable, Sendable {
  /// The name of the field within its event, such as `name`; 100 bytes at most.
  package var slot: String
  /// Whose words they are: an id such as `H-1`, never a name.
  package var subject: String
  /// Up to 64 KiB of UTF-8.
  package var plaintext: [UInt8]

  package init(slot: String, subject: String, plaintext: [UInt8]) {
    self.slot = slot
    self.subject = subject
    self.plaintext = plaintext
  }

  package init(slot: String, subject: String, text: String) {
    self.init(slot: slot, subject: subject, plaintext: Array(text.utf8))
  }
}

/// Where personal words stand that an event refers to.
package struct SealedReference: Hashable, Sendable {
  package let slot: String
  package let subject: String
}
