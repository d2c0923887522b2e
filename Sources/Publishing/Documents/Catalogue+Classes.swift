import Values

extension Catalogue {
  /// What people call the members of a class, such as `observer`: a word of the catalogue, else as the rules write it.
  package func memberClass(_ name: String) -> String {
    template("class.\(name)")
      ?? Visible.text(name.split(separator: "_").joined(separator: " "))
  }
}
