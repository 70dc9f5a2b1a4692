select $$'$$; commit; begin read write; delete from article; commit; select $$'$$
%%
select 1 -- '{cr}; commit; begin read write; delete from article; commit; --'
%%
select 1 --{cr}; commit; begin read write; delete from article; commit
%%
select 1 /* /* */ '*/ ; commit; begin read write; delete from article; commit; --'
%%
select 1 /* /* */ */ ; commit; begin read write; delete from article; commit
%%
select E'\'' ; commit; set session characteristics as transaction read write; delete from article --'
%%
select E'\\'; commit; begin read write; delete from article; commit; select E'\\'
%%
select $a$ $b$ $a$; commit; begin read write; delete from article; commit; select $a$ $b$ $a$
%%
select $é$'$é$; commit; begin read write; delete from article; commit; select $é$'$é$
%%
select 1 as "a;'"; commit; begin read write; delete from article; commit; select 1 as "';"
%%
select 1; commit; begin read write; delete from article; commit
%%
select 1;; delete from article
%%
select 1 from article; delete from article
%%
; delete from article
%%
commit; begin read write; delete from article; commit
%%
rollback and chain; delete from article
%%
delete from article
%%
-- a remark{cr}delete from article
%%
delete from article returning *
%%
update article set content = 'gone' returning *
%%
insert into article values (3, 'new') returning *
%%
insert into article values (3, 'new') on conflict do nothing
%%
truncate article
%%
drop table article
%%
alter table article rename to gone
%%
create table copied as select * from article
%%
create temporary table copied as select * from article
%%
create function f() returns int language sql as 'select 1'
%%
select * into copied from article
%%
select * into temporary copied from article
%%
with gone as (delete from article returning *) select * from gone
%%
with x as (select 1), gone as (update article set content = '' returning *) select * from x, gone
%%
with x as (select 1) delete from article using x returning *
%%
explain analyze delete from article
%%
explain (analyze, format json) with gone as (delete from article returning *) select * from gone
%%
harmless: explain analyze create table copied as select * from article
%%
select * from article for update
%%
select * from article for key share
%%
lock table article
%%
table article; delete from article
%%
values (1); delete from article
%%
copy article to '{folder}/copied.csv'
%%
copy article to program 'touch {folder}/copied'
%%
copy (select 1) to program 'touch {folder}/copied'
%%
copy article from program 'echo 9,x' with (format csv)
%%
copy article to stdout
%%
copy article from stdin
%%
with x as (copy article to program 'touch {folder}/copied') select * from x
%%
do $$ begin delete from article; end $$
%%
do language plpgsql 'begin commit; delete from article; end'
%%
prepare gone as delete from article
%%
execute gone
%%
declare c cursor for select 1
%%
set transaction read write
%%
set session characteristics as transaction read write
%%
reset all
%%
set role none
%%
alter system set log_statement = 'all'
%%
select set_config('transaction_read_only', 'off', true)
%%
select set_config('role', 'none', true), pg_read_file('PG_VERSION')
%%
select set_config('quotidian.query', 'delete from article', false)
%%
select nextval('counted')
%%
select pg_catalog.nextval('counted')
%%
select "nextval" ('counted')
%%
select nextval/* */('counted')
%%
select nextval -- remark
('counted')
%%
select NextVal('counted')
%%
select U&"next\0076al"('counted')
%%
select u&"next!0076al" uescape '!' ('counted')
%%
select setval('counted', 100)
%%
select pg_read_file('PG_VERSION')
%%
select "pg_read_file" ('PG_VERSION')
%%
select pg_catalog . pg_read_file ('PG_VERSION')
%%
select pg_read_binary_file('PG_VERSION')
%%
select * from pg_ls_dir('.')
%%
select * from pg_ls_logdir()
%%
select * from pg_stat_file('PG_VERSION')
%%
select lo_import('{folder}/secret.txt')
%%
select lo_export(lo_from_bytea(0, 'x'), '{folder}/copied')
%%
select lo_create(4711)
%%
select lo_from_bytea(4712, 'x')
%%
select lo_put(1, 0, 'x')
%%
select lo_unlink(4713)
%%
select lo_get(4713)
%%
select loread(lo_open(4713, 262144), 100)
%%
select pg_advisory_lock(1)
%%
select pg_try_advisory_lock(1903521652, 1)
%%
select pg_advisory_xact_lock(1) from article
%%
select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
%%
select pg_cancel_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
%%
select pg_notify('quotidian', 'stop')
%%
select pg_logical_emit_message(false, 'x', 'y')
%%
select pg_switch_wal()
%%
select pg_create_restore_point('x')
%%
select pg_reload_conf()
%%
select pg_rotate_logfile()
%%
select pg_start_backup('x')
%%
select pg_promote()
%%
select pg_stat_reset()
%%
select pg_export_snapshot()
%%
select pg_create_physical_replication_slot('x', true)
%%
select query_to_xml('select pg_read' || '_file(''PG_VERSION'')', true, true, '')
%%
select query_to_xml('select next' || 'val(''counted'')', true, true, '')
%%
select cursor_to_xml('answer', 1, true, true, '')
%%
select ts_rewrite('a'::tsquery, 'select next' || 'val(''counted'')::text::tsquery, null::tsquery')
%%
select * from ts_stat('select to_tsvector(next' || 'val(''counted'')::text)')
%%
select * from dblink('dbname=postgres', 'delete from article') as t(a int)
%%
select dblink_exec('dbname=postgres', 'delete from article')
%%
select * from crosstab('select 1, 1, pg_advisory' || '_lock(7)::text') as t(a int, b text)
%%
select * from say_all()
%%
call remove_all()
%%
call remove_all_and_say(0)
%%
notify quotidian
%%
listen quotidian
%%
vacuum article
%%
checkpoint
%%
load 'plpgsql'
%%
create extension dblink
%%
create role attacker superuser
%%
grant all on article to public
%%
comment on table article is 'mine'
%%
refresh materialized view article
%%
reindex table article
%%
discard all
%%
nonsense
%%

