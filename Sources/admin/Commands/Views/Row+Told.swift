internal import Projections
internal import Publishing
internal import Values

extension Row {
  /// The values by name; whoever was erased is called so in the reader's language, in every form of output.
  func told(in catalogue: Catalogue) -> JSON.Fields {
    guard var fields = json.fields else { return JSON.Fields() }
    guard fields["erased_on"].map({ !$0.isNull }) == true, let person = fields["person"]?.text
    else {
      return fields
    }
    fields["name"] = .text(catalogue.text("person.erased-name", ["person": .text(person)]))
    return fields
  }
}
