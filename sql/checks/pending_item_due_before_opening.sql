-- Nothing is due on or before the day from which its period counts, reminded of after it is due, or escalated before that.
SELECT district, serial, item, starts_on, remind_on, due_on, escalate_on
  FROM pending_items
 WHERE NOT (starts_on <= remind_on AND remind_on <= due_on AND starts_on < due_on AND due_on < escalate_on);
