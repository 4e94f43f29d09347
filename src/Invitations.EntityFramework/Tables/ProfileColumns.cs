using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>The columns of <see cref="Invitation.Profile"/>.</summary>
internal sealed class ProfileColumns(Table<Invitation> table)
{
    private readonly Column<Invitation, string?> _firstName = table.OptionalText("first_name", row => row.Profile.FirstName);
    private readonly Column<Invitation, string?> _lastName = table.OptionalText("last_name", row => row.Profile.LastName);
    private readonly Column<Invitation, string?> _jobTitle = table.OptionalText("job_title", row => row.Profile.JobTitle);
    private readonly Column<Invitation, string?> _department = table.OptionalText("department", row => row.Profile.Department);
    private readonly Column<Invitation, string?> _lineManager = table.OptionalText("line_manager", row => row.Profile.LineManager);
    private readonly Column<Invitation, string?> _lineManagerId = table.OptionalText("line_manager_id", row => row.Profile.LineManagerId);
    private readonly Column<Invitation, DateOnly?> _startDate = table.Optional("start_date", row => row.Profile.StartDate);
    private readonly Column<Invitation, string?> _employeeId = table.OptionalText("employee_id", row => row.Profile.EmployeeId);
    private readonly Column<Invitation, string?> _language = table.OptionalText("language", row => row.Profile.Language);
    private readonly Column<Invitation, string?> _fields = table.OptionalText("fields", row => TextMap.Stored(row.Profile.Fields));

    public Profile Read(DbDataReader reader) => new()
    {
        FirstName = _firstName.Read(reader),
        LastName = _lastName.Read(reader),
        JobTitle = _jobTitle.Read(reader),
        Department = _department.Read(reader),
        LineManager = _lineManager.Read(reader),
        LineManagerId = _lineManagerId.Read(reader),
        StartDate = _startDate.Read(reader),
        EmployeeId = _employeeId.Read(reader),
        Language = _language.Read(reader),
        Fields = TextMap.Read(_fields.Read(reader)),
    };
}
