select 1 from article; delete from article
%%
select 1 from article;; delete from article
%%
select ''';' from article; delete from article --'
%%
select 1 from article --{cr}; delete from article
%%
select 1 from article /* /* */ ; delete from article -- */
%%
select 1 as "a;'" from article; delete from article; select 1 as "';" from article
%%
select '\'; delete from article --' from article
%%
; delete from article
%%
commit; delete from article
%%
delete from article
%%
-- a remark{cr}delete from article
%%
/* select */ delete from article
%%
(delete from article)
%%
update article set content = 'gone'
%%
insert into article values (3, 'new')
%%
insert into article select 3, content from article fetch first row only
%%
merge into article using (values (1)) as v(i) on article_id = v.i when matched then update set content = ''
%%
truncate table article
%%
truncate schema public and commit
%%
drop table article
%%
drop schema public cascade
%%
alter table article rename to gone
%%
create table copied as (select * from article) with data
%%
declare local temporary table copied (i int)
%%
create function f() returns int return 1
%%
create view v as select * from article
%%
create sequence mine
%%
alter sequence counted restart with 100
%%
create trigger t after delete on article call "java.lang.System"
%%
create user attacker password 'x' admin
%%
grant all on article to public
%%
set password 'x'
%%
alter user sa set password 'x'
%%
select content into copied from article
%%
with gone as (delete from article) select * from gone
%%
select * from final table (delete from article)
%%
select * from old table (delete from article)
%%
explain plan for delete from article
%%
harmless: explain plan for drop table article
%%
select next value for counted from article
%%
select NEXT
VALUE FOR counted from article
%%
select next/* */value for counted from article
%%
select next -- remark
value for counted from article
%%
select next{cr}value for counted from article
%%
select content from article where article_id in (select next value for counted from article)
%%
call next value for counted
%%
values next value for counted
%%
select nextval('counted') from article
%%
select load_file('{folder}/secret.txt') from article
%%
select Load_File('{folder}/secret.txt', 'UTF-8') from article
%%
select load_fıle('{folder}/secret.txt') from article
%%
select load_ﬁle('{folder}/secret.txt') from article
%%
select load_file/* */('{folder}/secret.txt') from article
%%
select {fn load_file('{folder}/secret.txt')} from article
%%
select "LOAD_FILE"('{folder}/secret.txt') from article
%%
select U&"LOAD\005FFILE"('{folder}/secret.txt') from article
%%
select count(*) from article where load_file('{folder}/secret.txt') is not null
%%
values load_file('{folder}/secret.txt')
%%
call load_file('{folder}/secret.txt')
%%
explain plan for select load_file('{folder}/secret.txt') from article
%%
select cast(content as clob) from article
%%
select cast(content as cLoB(10K)) || 'x' from article
%%
select cast(content as character large object) from article
%%
select cast(content as char large/* */object) from article
%%
select cast(X'00' as binary large object) from article
%%
select cast(X'00' as blob) from article
%%
select convert(content, clob) from article
%%
select {fn convert(content, SQL_CLOB)} from article
%%
select "java.lang.System.getProperty"('user.home') from article
%%
call "java.lang.System.exit"(0)
%%
call "java.lang.Runtime.exec"('touch {folder}/copied')
%%
select "org.hsqldb.util.ScriptTool.main"(null) from article
%%
select "javax.naming.InitialContext.doLookup"('ldap://localhost/x') from article
%%
create function home() returns varchar(100) language java external name 'CLASSPATH:java.lang.System.getProperty'
%%
script
%%
/* select */ script
%%
(script)
%%
script '{folder}/copied.sql'
%%
backup database to '{folder}/' blocking
%%
perform export script for database data to '{folder}/copied.sql'
%%
perform import script versioning data from '{folder}/secret.txt' continue on error
%%
checkpoint defrag
%%
shutdown
%%
shutdown compact
%%
disconnect
%%
connect user sa password ''
%%
set transaction read write
%%
set session characteristics as transaction read write
%%
start transaction read write
%%
set autocommit true
%%
set role dba
%%
set session authorization 'SA'
%%
set database transaction control locks
%%
set database sql syntax mys true
%%
set files write delay true
%%
set files log false
%%
set files lob scale 1
%%
set table article read only
%%
set table article source '{folder}/secret.txt'
%%
create text table copied (line varchar(1000))
%%
alter session reset all
%%
lock table article write
%%
savepoint here
%%
release savepoint here
%%
commit
%%
insert into information_schema.system_users values ('X')
%%
delete from system_lobs.blocks
%%
delete from information_schema.system_tables
%%
begin atomic delete from article; end
%%
call remove_all()
%%
select remove_all() from article
%%
{call remove_all()}
%%
{? = call remove_all()}
%%
get diagnostics x = row_count
%%
nonsense
%%

