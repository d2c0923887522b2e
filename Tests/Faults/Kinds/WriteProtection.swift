import Foundation

/// A folder that cannot be written is read and verified, and an act on it is refused with a reason.
enum WriteProtection {
  static func run(_ trial: Trial) throws -> String {
    let network = try Network.found(in: trial)
    guard geteuid() != 0 else {
      let mount = try Mount(["-t", "tmpfs", "-o", "size=32m", "tmpfs"], in: trial)
      let folder = "\(mount.path)/network"
      try FileManager.default.copyItem(atPath: network.folder, toPath: folder)
      try mount.remount("ro", trial)
      try read(folder, trial)
      return "a file system mounted read-only: read, verified, an act refused"
    }
    try protect(network, mode: 0o500)
    defer { try? protect(network, mode: 0o700) }
    try read(network.folder, trial)
    return "a folder without the right to write: read, verified, an act refused"
  }

  private static func protect(_ network: Network, mode: Int) throws {
    for name in try network.files().keys {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode & 0o600], ofItemAtPath: "\(network.folder)/\(name)")
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: network.folder)
  }

  private static func read(_ folder: String, _ trial: Trial) throws {
    let network = Network(folder: folder, key: "")
    let before = try network.files()
    for words in [["verify"], ["member", "list"], ["person", "list"], ["log", "export"]] {
      let outcome = try trial.run(["-C", folder] + words)
      trial.expect(outcome.status == 0, "\(words) on a protected folder: \(outcome.talk)")
    }
    for words in [["member", "admit", "XK", "--class", "member"], ["rebuild"]] {
      let refused = try trial.run(["-C", folder] + words)
      trial.expect(refused.status == 77 || refused.status == 74, "\(words): exit \(refused.status)")
      trial.expect(refused.talk.contains("[database-not-permitted]"), "\(words): \(refused.talk)")
    }
    trial.expect(try network.files() == before, "a protected folder was changed")
  }
}
