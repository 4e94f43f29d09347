namespace Invitations;

/// <summary>What comes first in a date that is written in digits.</summary>
public enum DateOrder
{
    /// <summary>The day, as in most of the world.</summary>
    DayFirst,

    /// <summary>The month, as in the United States.</summary>
    MonthFirst,
}
