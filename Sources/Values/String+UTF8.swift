extension String {
  /// The text that bytes of UTF-8 write; nil when they are not UTF-8.
  ///
  /// As `String(validating:as:)`, without the search for generic types that its every call costs.
  package init?(utf8 bytes: Span<UInt8>) {
    do throws(UTF8.ValidationError) {
      self.init(copying: try UTF8Span(validating: bytes))
    } catch {
      return nil
    }
  }
}
