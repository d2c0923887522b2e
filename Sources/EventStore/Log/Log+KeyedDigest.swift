extension Log {
  /// A digest of bytes under this log's own key, in hexadecimal.
  ///
  /// It tells whether two requests are the same, and nobody without `keys.db` can find out from it
  /// what they hold by trying what they might.
  ///
  /// - Throws: `keys-missing` for a log without its keys.
  package func keyedDigest(of bytes: [UInt8]) throws -> String {
    Sodium.keyedHash(bytes, key: try keys().requestKey).hex
  }
}
