import Plugins
package import Values

/// The rules of the sample network as a plugin file has them.
package enum SampleRules {
  /// The resolved plugin as the log keeps it.
  package static let document: JSON = {
    do {
      return try YAML.parse(text, file: "sample.yaml").json
    } catch {
      preconditionFailure("the sample rules are YAML")
    }
  }()

  /// The resolved plugin with further keys, checked as a whole.
  package static func document(adding written: String) throws -> JSON {
    try PluginFile.load(text: text + "\n" + written, file: "sample.yaml").rules.resolved
  }

  package static let text = """
    format: plugin/1
    id: sample
    version: 1.0.0
    languages: [en]
    timezone: UTC
    recording_since: 2026-01-01
    title: {en: Sample network}
    basis: {charter: Charter of the sample network}
    founding: {on: 2016-06-09, instrument: Charter of the sample network, source: charter}
    governance:
      membership:
        institutions: {EUROJUST: {en: Eurojust}}
        classes:
          member: {may: [attend, speak, propose, vote, stand, receive, host], source: charter}
          observer: {may: [attend, speak, receive], source: charter}
      seats:
        contact_point: {classes: [member], min: 1, max: 2, by: member, term: P4Y, remainder: true, holdover: true, directory: true, alternates: 2, source: assumption}
      bodies:
        plenary:
          title: {en: Plenary}
          composition: plenary
          quorum: {more_than: 1/2, of: members, source: assumption}
          decides:
            default: {first: consensus, more_than: 1/2, of: all_members, abstentions: counted, tie: rejected, source: assumption}
            rules: {at_least: 2/3, of: all_members, abstentions: counted, tie: rejected, source: assumption}
            programme: {more_than: 1/2, of: votes_cast, abstentions: ignored, tie: rejected, source: assumption}
            admission: {only: consensus, source: assumption}
        board:
          title: {en: Board}
          composition: rotation
          rotation: {chair_period: P6M, groups: [{members: [PT, ES, MT], from: 2026-01-01, until: 2027-06-30}], source: charter}
        bureau:
          title: {en: Bureau}
          composition: elected
          elected: {min: 2, max: 3, by: plenary, term: P2Y, one_per_member: true, source: assumption}
        lead:
          title: {en: Coordinator}
          composition: coordinator
          coordinator: {named_by: plenary, source: assumption}
      series:
        plenary: {title: {en: Plenary meetings}, body: plenary, at_least: 2, per: P1Y, source: charter, notice: {period: P14D, urgent: P4D, documents: P7D, source: assumption}}
      programme: {length: P2Y, by: plenary, matter: programme, source: charter}
      subgroups: {by: plenary, matter: default, longest: P2Y, source: assumption}
      outputs:
        outcome_report: {title: {en: Outcome report}, per: {series: plenary}, within: P30D, numbering: year_ordinal, source: assumption}
    """
}
