import Values

extension Catalogue {
  /// A time zone of the IANA data as people name it: `Amsterdam time`; one without a name of its own as a time zone.
  package func zone(_ name: String) -> String {
    template("zone.\(name)") ?? text("zone.other", ["zone": .text(name)])
  }
}
