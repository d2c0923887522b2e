package import Values

/// Where the keys of a plugin file stand, for findings that come from elsewhere than the file.
package struct KeyPlaces {
  private let root: Node?

  /// Reads a file again that was loaded before; without one that can be read, nothing has a place.
  package init(path: String) {
    root = try? YAMLFile.reading(path).node
  }

  /// Reads the text of a file.
  package init(text: String, file: String) {
    root = YAML.read(Array(text.utf8), file: file).node
  }

  /// The place of a key, else that of the nearest key above it that stands in the file.
  ///
  /// A key that comes from a template has the place of what the file says around it; nil only for a file
  /// that cannot be read.
  package func place(of path: [String]) -> Place? {
    var node = root
    var place = root?.place
    for name in path {
      guard case .mapping(let entries)? = node?.kind,
        let entry = entries.first(where: { $0.name == name })
      else { return place }
      (node, place) = (entry.value, entry.place ?? place)
    }
    return place
  }
}
