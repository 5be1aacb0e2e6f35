-- documents.db as the first released form of it was, with a row or two in each table.
-- Written by hand, not by the program; it never changes.
CREATE TABLE schema_version(version INTEGER PRIMARY KEY, reached_at INTEGER NOT NULL) STRICT;
INSERT INTO schema_version VALUES (1, 1772442000);
CREATE TABLE home(key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
INSERT INTO home VALUES ('authority.key', x'0102030405');
INSERT INTO home VALUES ('audit.anchor', x'a0a1a2');
CREATE TABLE user(
  id TEXT PRIMARY KEY, login TEXT NOT NULL COLLATE NOCASE UNIQUE, display TEXT NOT NULL,
  roles TEXT NOT NULL, licence TEXT, licence_until TEXT, kdf TEXT NOT NULL, salt BLOB NOT NULL,
  wrapped_user_key BLOB NOT NULL, wrapped_data_key BLOB NOT NULL,
  signing_key BLOB NOT NULL, certificates BLOB NOT NULL,
  failures INTEGER NOT NULL, locked_until INTEGER NOT NULL, created INTEGER NOT NULL) STRICT;
INSERT INTO user VALUES ('u-1', 'chen', '陈主任', 'ADMINISTRATOR,SENIOR', 'L-1', '2030-12-31',
  'argon2id;v=19;m=65536;t=3;p=4', x'11', x'12', x'13', x'14', x'15', 2, 0, 1772442000000);
INSERT INTO user VALUES ('u-2', 'li', '李医师', 'RADIOLOGIST', NULL, NULL,
  'argon2id;v=19;m=65536;t=3;p=4', x'21', x'22', x'23', x'24', x'25', 0, 1772449999999, 1772442000001);
CREATE TABLE draft(
  report TEXT PRIMARY KEY, study BLOB NOT NULL UNIQUE, base_version INTEGER NOT NULL,
  author TEXT NOT NULL, saved INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
INSERT INTO draft VALUES ('r-2', x'5202', 0, 'u-2', 1772443000000, x'b2b2');
CREATE TABLE audit(
  sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL,
  type TEXT NOT NULL, object TEXT, outcome TEXT NOT NULL, detail TEXT NOT NULL,
  algorithm TEXT NOT NULL, previous BLOB NOT NULL, digest BLOB NOT NULL) STRICT;
INSERT INTO audit VALUES (1, 1772442000000, 'u-1', 'E', 'session.open', NULL, 'SUCCESS', '', 'SHA-256', x'00', x'01');
INSERT INTO audit VALUES (2, 1772442500000, 'u-1', 'E', 'report.sign', 'c0ffee', 'SUCCESS', 'PRIMARY', 'SHA-256', x'01', x'02');
CREATE TABLE version(
  report TEXT NOT NULL, version INTEGER NOT NULL, study BLOB NOT NULL, stage TEXT NOT NULL,
  signer TEXT NOT NULL, signed_at INTEGER NOT NULL, digest TEXT NOT NULL,
  audit_sequence INTEGER NOT NULL REFERENCES audit(sequence),
  audit_digest BLOB NOT NULL, body BLOB NOT NULL, pdf BLOB NOT NULL,
  PRIMARY KEY(report, version)) STRICT;
CREATE INDEX version_study ON version(study);
INSERT INTO version VALUES ('r-1', 1, x'5201', 'PRIMARY', 'u-1', 1772442500000, 'd1', 2, x'02', x'b1', x'255044462d');
CREATE TABLE outbox(
  id TEXT PRIMARY KEY, report TEXT NOT NULL, version INTEGER NOT NULL, study BLOB NOT NULL,
  kind TEXT NOT NULL, media_type TEXT NOT NULL, target TEXT NOT NULL, created INTEGER NOT NULL,
  bytes INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
  subject BLOB NOT NULL, body BLOB NOT NULL,
  FOREIGN KEY(report, version) REFERENCES version(report, version)) STRICT;
INSERT INTO outbox VALUES ('o-1', 'r-1', 1, x'5201', 'report', 'application/json', 'ris', 1772442500000, 2, 'WAITING', 0, x'51', x'b1b1');
CREATE TABLE annotation(study BLOB PRIMARY KEY, author TEXT NOT NULL, saved INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
INSERT INTO annotation VALUES (x'5201', 'u-1', 1772442400000, x'7b7d');
CREATE TRIGGER version_never_update BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'a signed version never changes'); END;
CREATE TRIGGER version_never_delete BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'a signed version is never deleted'); END;
CREATE TRIGGER audit_never_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail never changes'); END;
CREATE TRIGGER audit_never_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is never deleted'); END;
CREATE TRIGGER outbox_never_delete BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'nothing leaves the outbox without a receipt'); END;
CREATE TRIGGER outbox_keeps_content
  BEFORE UPDATE OF id, report, version, study, kind, media_type, target, created, bytes, subject, body ON outbox
  BEGIN SELECT RAISE(ABORT, 'what was signed is what is sent'); END;
PRAGMA user_version = 1;
