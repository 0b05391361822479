-- Everything that waits or waited has the rule of its deadline.
SELECT i.district, i.serial, i.item, i.kind, i.rule_jurisdiction, i.rule_version
  FROM pending_items i
 WHERE NOT EXISTS (
        SELECT
          FROM deadline_rules r
         WHERE r.kind = i.kind AND r.jurisdiction = i.rule_jurisdiction AND r.version = i.rule_version);
