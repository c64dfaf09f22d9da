assert new File(basedir, 'target/classes/com/my_company/mcp/crm/GetPerson.class').exists()
