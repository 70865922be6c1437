-- What is measured every minute keeps its values in the place of their five minutes: those summed up nothing that is not
-- there any more.
drop table supervision.chunks_usual_5m;
