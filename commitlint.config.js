export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    // Proper names (SNMP, PostgreSQL) may begin a subject.
    'subject-case': [0],
    // Addresses and tool output in a body cannot be wrapped.
    'body-max-line-length': [0],
    'footer-max-line-length': [0],
  },
}
